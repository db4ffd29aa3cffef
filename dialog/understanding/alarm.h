// Words of an emergency, in any answer.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_ALARM_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_ALARM_H_

#include <string>

#include "dialog/understanding/hearing.h"
#include "dialog/understanding/reading.h"

namespace firstvisit {

struct AlarmHeard {
  Hearing::Alarm alarm = Hearing::Alarm::kNone;
  const Mention* mention = nullptr;
  // Id of the question that it answers "yes"; empty: none.
  std::string question;
};

// The gravest alarm of a reading. Denied, another person's or long past: none.
AlarmHeard FindAlarm(const Reading& reading);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_ALARM_H_

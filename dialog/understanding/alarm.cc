// Tests: understander_test.cc, tests/utterances.

#include "dialog/understanding/alarm.h"

#include "dialog/understanding/evidence.h"

namespace firstvisit {
namespace {

using Alarm = Hearing::Alarm;
using Kind = Phrase::Kind;

// What lies further back is history, not an emergency.
constexpr double kLongPastDays = 7;

Alarm AlarmOf(const Reading& reading, const Mention& mention) {
  if (mention.rule->kind != Kind::kAlarm &&
      mention.rule->kind != Kind::kAlarmPossible) {
    return Alarm::kNone;
  }
  if (mention.negated || mention.other) return Alarm::kNone;
  const TimeMention* time = TimeOf(reading, mention);
  if (time != nullptr && !time->since && time->low > kLongPastDays) {
    return Alarm::kNone;
  }
  const bool doubt = mention.ended || mention.guessed || mention.conditional ||
                     mention.questioned ||
                     mention.begin < reading.corrected_at ||
                     reading.Has(content::v1::HEDGE, mention.clause) ||
                     reading.Has(content::v1::MAYBE, mention.clause);
  return doubt || mention.rule->kind == Kind::kAlarmPossible ? Alarm::kPossible
                                                             : Alarm::kCertain;
}

}  // namespace

AlarmHeard FindAlarm(const Reading& reading) {
  AlarmHeard heard;
  for (const Mention& mention : reading.mentions) {
    const Alarm alarm = AlarmOf(reading, mention);
    if (alarm <= heard.alarm) continue;
    heard.alarm = alarm;
    heard.mention = &mention;
    heard.question =
        reading.language->lexicon().alarm(mention.rule->part).question();
  }
  return heard;
}

}  // namespace firstvisit

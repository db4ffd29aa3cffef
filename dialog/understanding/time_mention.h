// A stretch of time in an answer. A plain value.

#ifndef FIRSTVISIT_DIALOG_UNDERSTANDING_TIME_MENTION_H_
#define FIRSTVISIT_DIALOG_UNDERSTANDING_TIME_MENTION_H_

namespace firstvisit {

struct TimeMention {
  enum class Kind {
    kLength,  // "three weeks"
    kBefore,  // "three weeks ago", "since May", "yesterday", "on 2 November"
    kEvery,   // "every three weeks": no length at all
    kPer,     // "forty hours a week": `low` and `high` are of one day
  };
  Kind kind = Kind::kLength;
  double low = 0;      // days
  double high = 0;     // days
  double unit = 0;     // days of the unit named, 0: none
  bool vague = false;  // "weeks", with no number to it
  bool since = false;  // it reaches up to today
  int begin = 0;       // words
  int end = 0;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UNDERSTANDING_TIME_MENTION_H_

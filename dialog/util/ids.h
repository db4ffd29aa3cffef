// Ids that nobody can guess, for sessions and requests.
//
//   std::string id = SystemIds().NewId();  //
//   "9f86d081884c7d659a2feaa0c55ad015"
//
// Thread-safe.

#ifndef FIRSTVISIT_DIALOG_UTIL_IDS_H_
#define FIRSTVISIT_DIALOG_UTIL_IDS_H_

#include <string>

namespace firstvisit {

class IdSource {
 public:
  virtual ~IdSource() = default;
  // 8 to 128 characters of [A-Za-z0-9_.:-], never the same twice.
  virtual std::string NewId() = 0;
};

// 128 random bits from the operating system, as 32 hexadecimal digits. Lives
// as long as the program, which ends at once where there is no randomness.
IdSource& SystemIds();

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UTIL_IDS_H_

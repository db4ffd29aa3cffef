// The log: one line an event on standard error, `key=value`. Fields are a
// closed list, so that an answer, a name or a session id cannot get into it.
//
//   LogInfo("serving", {{LogField::kAddress, "127.0.0.1:50051"}});
//   // 2026-11-20T09:00:00.123Z info serving address=127.0.0.1:50051
//
// Thread-safe.

#ifndef FIRSTVISIT_DIALOG_UTIL_LOG_H_
#define FIRSTVISIT_DIALOG_UTIL_LOG_H_

#include <initializer_list>

#include "absl/strings/string_view.h"

namespace firstvisit {

// What may be logged. None of it comes from a client.
enum class LogField {
  kAddress,   // where the service listens
  kCode,      // canonical code of an outcome
  kCount,     // how many
  kHash,      // of a content
  kMethod,    // name of an rpc
  kProblem,   // our own or the system's words for what is wrong
  kProtocol,  // id of a protocol
  kReason,    // ErrorInfo.reason
  kSignal,    // name of a signal
  kStore,     // which session store
};

struct LogValue {
  LogField field;
  absl::string_view value;
};

void LogInfo(absl::string_view event,
             std::initializer_list<LogValue> values = {});
void LogWarning(absl::string_view event,
                std::initializer_list<LogValue> values = {});
void LogError(absl::string_view event,
              std::initializer_list<LogValue> values = {});

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_UTIL_LOG_H_

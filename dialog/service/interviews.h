// The interviews that can be held: with the content served now, and with older
// contents that running sessions began with.
//
//   Interviews interviews(std::move(current), store, make);
//   interviews.Current().Open(request, …);
//   interviews.Find(log.opening().content_hash(), [](auto interview) { … });
//
// Thread-safe. `store` must outlive it, but for callbacks that the store runs
// while it ends.

#ifndef FIRSTVISIT_DIALOG_SERVICE_INTERVIEWS_H_
#define FIRSTVISIT_DIALOG_SERVICE_INTERVIEWS_H_

#include <functional>
#include <map>
#include <memory>
#include <string>

#include "absl/base/thread_annotations.h"
#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "dialog/interview.h"
#include "dialog/session/session_store.h"

namespace firstvisit {

class Interviews {
 public:
  using Found = absl::StatusOr<std::shared_ptr<const Interview>>;
  // Makes an interview from stored texts.
  using Maker = std::function<Found(const session::v1::ContentFiles&)>;

  Interviews(std::shared_ptr<const Interview> current, SessionStore& store,
             Maker make);

  // For new sessions.
  const Interview& Current() const { return *current_; }

  // For a session that began with the content of this hash; older contents are
  // read from the store once. FAILED_PRECONDITION when it is not there.
  void Find(const std::string& hash, std::function<void(Found)> done);

 private:
  Found Keep(const std::string& hash,
             absl::StatusOr<session::v1::ContentFiles> files);

  const std::shared_ptr<const Interview> current_;
  SessionStore& store_;
  const Maker make_;

  absl::Mutex mutex_;
  std::map<std::string, std::shared_ptr<const Interview>> older_
      ABSL_GUARDED_BY(mutex_);
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_INTERVIEWS_H_

#include "dialog/service/interviews.h"

#include <utility>

#include "absl/strings/str_cat.h"
#include "dialog/util/log.h"
#include "dialog/util/status.h"

namespace firstvisit {

Interviews::Interviews(std::shared_ptr<const Interview> current,
                       SessionStore& store, Maker make)
    : current_(std::move(current)), store_(store), make_(std::move(make)) {}

void Interviews::Find(const std::string& hash,
                      std::function<void(Found)> done) {
  if (hash == current_->content().hash()) return done(current_);
  std::shared_ptr<const Interview> kept;
  {
    absl::MutexLock lock(&mutex_);
    const auto found = older_.find(hash);
    if (found != older_.end()) kept = found->second;
  }
  if (kept != nullptr) return done(std::move(kept));
  store_.LoadContent(hash, [this, hash, done = std::move(done)](auto files) {
    done(Keep(hash, std::move(files)));
  });
}

Interviews::Found Interviews::Keep(
    const std::string& hash, absl::StatusOr<session::v1::ContentFiles> files) {
  if (absl::IsUnavailable(files.status())) return files.status();
  Found made = files.ok() ? make_(*files) : Found(files.status());
  if (made.ok() && (*made)->content().hash() != hash) {
    made = absl::DataLossError("the stored texts have another hash");
  }
  if (!made.ok()) {
    LogError("content_unusable",
             {{LogField::kHash, hash},
              {LogField::kProblem, made.status().message()}});
    return ErrorStatus(
        absl::StatusCode::kFailedPrecondition, "CONTENT_GONE", "session",
        absl::StrCat("The content ", hash,
                     " that this session began with cannot be used any more. "
                     "Open a new session."));
  }
  LogInfo("older_content_loaded", {{LogField::kHash, hash}});
  absl::MutexLock lock(&mutex_);
  older_[hash] = *made;
  return made;
}

}  // namespace firstvisit

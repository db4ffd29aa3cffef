// `firstvisit test`: plays written conversations and compares. What differs is
// shown as it now is.
//
//   TranscriptRun run(interview);
//   run.Play("tests/conversations/heels.txt", std::cout);
//   run.WriteCoverage(std::cout);
//   return run.failed() == 0 ? 0 : 1;
//
// Not synchronised; reads and, on request, writes the files it is given.

#ifndef FIRSTVISIT_DIALOG_AUTHORING_TRANSCRIPTS_H_
#define FIRSTVISIT_DIALOG_AUTHORING_TRANSCRIPTS_H_

#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "dialog/interview.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// How much of one kind of thing the conversations came upon.
struct CoverageShare {
  std::string what;  // "Rules raised"
  int all = 0;
  std::vector<std::string> never;  // ids

  int seen() const { return all - static_cast<int>(never.size()); }
};

class TranscriptRun {
 public:
  // `update`: write down what the engine now says, instead of comparing. The
  // interview must outlive it.
  explicit TranscriptRun(const Interview& interview, bool update = false)
      : interview_(interview), update_(update) {}

  // Plays one file; false, and the reason on `out`, where it differs or cannot
  // be played.
  bool Play(const std::string& path, std::ostream& out);

  // Which questions were asked, which reprompts were heard, which rules were
  // raised, which causes found and which tips given, and which never.
  std::vector<CoverageShare> Coverage() const;
  void WriteCoverage(std::ostream& out) const;

  int played() const { return played_; }
  int failed() const { return failed_; }

 private:
  void Note(const v1::Turn& turn);

  const Interview& interview_;
  const bool update_;
  int played_ = 0;
  int failed_ = 0;
  std::set<std::string> asked_;      // question ids
  std::set<std::string> reprompts_;  // "fever.reprompt.1"
  std::set<std::string> rules_;      // "dvt_suspected/calf"
  std::set<std::string> causes_;     // likely or possible
  std::set<std::string> tips_;
};

// The files that a path names: itself, or a folder's *.txt in the order of
// their names. NOT_FOUND: there is none.
absl::StatusOr<std::vector<std::string>> TranscriptFiles(
    const std::string& path);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_AUTHORING_TRANSCRIPTS_H_

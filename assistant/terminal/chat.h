// A conversation in the terminal, from its first question to its result.
//
//   Chat chat(client, console, Style(coloured), {});
//   int exit_code = chat.Run();
//
// A person who leaves (Ctrl-C, Ctrl-D) can come back: the visit is kept, and
// the way back is said. Not synchronised.

#ifndef FIRSTVISIT_ASSISTANT_TERMINAL_CHAT_H_
#define FIRSTVISIT_ASSISTANT_TERMINAL_CHAT_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/string_view.h"
#include "assistant/dialog_client.h"
#include "assistant/terminal/answer_source.h"
#include "assistant/terminal/console.h"
#include "assistant/terminal/style.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

class Chat {
 public:
  struct Options {
    std::string protocol;   // empty: the only one
    std::string locale;     // empty: the protocol's default
    std::string reference;  // the caller's own, such as a booking number
    std::string resume;     // go on with this session instead
    bool full_interview = false;
    // The visit is still there when this program has ended.
    bool kept = true;
    // What the person types to run this program.
    std::string command = "firstvisit";
  };
  // What Run returns.
  enum Exit {
    kEnded = 0,       // the interview came to an end
    kFailed = 1,      // the service refused or is away
    kUnfinished = 3,  // left before the end
  };

  // Client and console must outlive it.
  Chat(DialogClient& client, Console& console, Style style, Options options);

  int Run();

 private:
  absl::StatusOr<v1::Turn> Open();
  absl::Status ChooseSource();
  int Converse(v1::Turn turn);
  int Leave(const v1::Turn& turn, const Move& move);
  int Fail(const v1::Turn& turn, const Move& move, const absl::Status& status);
  void Show(const v1::Turn& turn);
  void ShowMessage(const v1::Message& message, bool question);
  void ShowChoices(const v1::Question& question);
  void ShowEnd(const v1::Turn& turn);
  void Say(absl::string_view text);
  void SayResume(const std::string& session);
  void SayCommand(absl::string_view purpose, absl::string_view verb,
                  const std::string& session);

  DialogClient& client_;
  Console& console_;
  const Style style_;
  const Options options_;
  std::unique_ptr<AnswerSource> source_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_ASSISTANT_TERMINAL_CHAT_H_

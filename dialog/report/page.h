// A plain-text page in the making: headings, paragraphs and lists, in lines of
// 76 columns.
//
//   Page page;
//   page.Heading("What you can do yourself");
//   page.Item("Leave the sheets loose.");
//   std::string text = page.Take();
//
// Not synchronised; used by one report at a time.

#ifndef FIRSTVISIT_DIALOG_REPORT_PAGE_H_
#define FIRSTVISIT_DIALOG_REPORT_PAGE_H_

#include <string>

#include "absl/strings/string_view.h"

namespace firstvisit {

class Page {
 public:
  // GetReportRequest.TEXT promises it.
  static constexpr int kWidth = 76;

  // The page's own heading, underlined twice.
  void Title(absl::string_view text);
  // A heading; takes effect with the first thing under it, so that a list with
  // nothing on it leaves no heading behind.
  void Heading(absl::string_view text);
  // All of these: an empty text leaves nothing.
  void Paragraph(absl::string_view text);
  void Item(absl::string_view text);
  void Numbered(int number, absl::string_view text);
  // Belongs to the item before it.
  void SubItem(absl::string_view text);

  // Ends the list or section; what follows stands apart from it.
  void Rule();

  std::string Take();

 private:
  enum class Block { kNone, kParagraph, kList };
  void Begin(Block block);
  void Underlined(absl::string_view text, char line);

  std::string text_;
  std::string heading_;  // not yet written
  Block last_ = Block::kNone;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_REPORT_PAGE_H_

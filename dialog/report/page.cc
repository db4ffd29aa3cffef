// Tests: text_report_test.cc.

#include "dialog/report/page.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "dialog/util/wrap.h"

namespace firstvisit {

void Page::Title(absl::string_view text) { Underlined(text, '='); }

void Page::Heading(absl::string_view text) { heading_ = std::string(text); }

void Page::Paragraph(absl::string_view text) {
  if (text.empty()) return;
  Begin(Block::kParagraph);
  absl::StrAppend(&text_, Wrap(text, kWidth));
}

void Page::Item(absl::string_view text) {
  if (text.empty()) return;
  Begin(Block::kList);
  absl::StrAppend(&text_, Wrap(text, kWidth, "- ", "  "));
}

void Page::Numbered(int number, absl::string_view text) {
  if (text.empty()) return;
  Begin(Block::kList);
  const std::string mark = absl::StrCat(number, ". ");
  absl::StrAppend(&text_,
                  Wrap(text, kWidth, mark, std::string(mark.size(), ' ')));
}

void Page::SubItem(absl::string_view text) {
  if (text.empty()) return;
  Begin(Block::kList);
  absl::StrAppend(&text_, Wrap(text, kWidth, "  - ", "    "));
}

void Page::Rule() {
  heading_.clear();
  absl::StrAppend(&text_, "\n", std::string(kWidth, '-'), "\n");
  last_ = Block::kNone;
}

std::string Page::Take() { return std::move(text_); }

void Page::Begin(Block block) {
  if (!heading_.empty()) {
    const std::string heading = std::move(heading_);
    heading_.clear();
    Underlined(heading, '-');
  }
  const bool next_item = block == Block::kList && last_ == Block::kList;
  if (last_ != Block::kNone && !next_item) text_ += '\n';
  last_ = block;
}

void Page::Underlined(absl::string_view text, char line) {
  if (!text_.empty()) text_ += '\n';
  const std::string heading = Wrap(text, kWidth);
  absl::StrAppend(&text_, heading,
                  std::string(std::min(kWidth, DisplayWidth(text)), line),
                  "\n");
  last_ = Block::kNone;
}

}  // namespace firstvisit

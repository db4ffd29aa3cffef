// protobuf's parser notes where each field begins, but not where inside a
// string a character stands: strings may be split over lines and hold escapes.
// That place is found by reading the string's quotes again. Tests:
// text_place_test.cc.

#include "dialog/content/text_place.h"

#include <utility>

#include "absl/strings/ascii.h"
#include "dialog/util/utf8.h"
#include "google/protobuf/descriptor.h"
#include "google/protobuf/io/tokenizer.h"

namespace firstvisit {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::TextFormat;

// Deeper than any content; keeps a hostile text from exhausting the stack.
constexpr int kDeepestMessage = 20;

class Collector : public google::protobuf::io::ErrorCollector {
 public:
  Collector(const std::string& file, Issues& issues)
      : file_(file), issues_(issues) {}

  void AddError(int line, google::protobuf::io::ColumnNumber column,
                const std::string& message) override {
    issues_.Error({file_, line + 1, column + 1}, message);
  }
  void AddWarning(int line, google::protobuf::io::ColumnNumber column,
                  const std::string& message) override {
    issues_.Warning({file_, line + 1, column + 1}, message);
  }

 private:
  const std::string& file_;
  Issues& issues_;
};

// Walks over a text, counting lines and columns from 1.
class Cursor {
 public:
  explicit Cursor(absl::string_view text) : text_(text) {}

  bool done() const { return at_ == text_.size(); }
  char now() const { return text_[at_]; }
  int line() const { return line_; }
  int column() const { return column_; }
  void Next() {
    if (now() == '\n') {
      ++line_;
      column_ = 1;
    } else {
      ++column_;
    }
    ++at_;
  }
  void GoTo(int line, int column) {
    while (!done() && (line_ < line || (line_ == line && column_ < column))) {
      Next();
    }
  }
  bool quote() const { return !done() && (now() == '"' || now() == '\''); }
  void SkipBlanksAndComments() {
    while (!done()) {
      if (now() == '#') {
        while (!done() && now() != '\n') Next();
      } else if (!absl::ascii_isspace(static_cast<unsigned char>(now()))) {
        return;
      } else {
        Next();
      }
    }
  }

 private:
  const absl::string_view text_;
  size_t at_ = 0;
  int line_ = 1;
  int column_ = 1;
};

}  // namespace

const FieldDescriptor* Spot::Find(absl::string_view field) const {
  return type_->FindFieldByName(std::string(field));
}

Place Spot::at(absl::string_view field, int index) const {
  if (tree_ == nullptr) return place_;
  const TextFormat::ParseLocation location =
      tree_->GetLocation(Find(field), index);
  if (location.line < 0) return place_;
  return {place_.file, location.line + 1, location.column + 1};
}

Place Spot::in_string(absl::string_view field, int column, int index) const {
  if (tree_ == nullptr) return place_;
  const TextFormat::ParseLocation location =
      tree_->GetLocation(Find(field), index);
  if (location.line < 0) return place_;
  return text_->InString(at(field, index), column);
}

Spot Spot::child(absl::string_view field, int index) const {
  Spot child = *this;
  child.place_ = at(field, index);
  const FieldDescriptor* descriptor = Find(field);
  child.type_ = descriptor->message_type();
  child.tree_ =
      tree_ == nullptr ? nullptr : tree_->GetTreeForNested(descriptor, index);
  return child;
}

ParsedText::ParsedText(NamedText text, google::protobuf::Message& message,
                       Issues& issues)
    : text_(std::move(text)), type_(message.GetDescriptor()) {
  const size_t valid = ValidUtf8Prefix(text_.text);
  if (valid < text_.text.size()) {
    Cursor cursor(absl::string_view(text_.text).substr(0, valid));
    while (!cursor.done()) cursor.Next();
    issues.Error({text_.path, cursor.line(), cursor.column()},
                 "these bytes are not UTF-8; save the file as UTF-8");
    return;
  }
  Collector collector(text_.path, issues);
  TextFormat::Parser parser;
  parser.RecordErrorsTo(&collector);
  parser.WriteLocationsTo(&tree_);
  parser.SetRecursionLimit(kDeepestMessage);
  parser.ParseFromString(text_.text, &message);
}

Spot ParsedText::spot() const {
  Spot spot;
  spot.text_ = this;
  spot.tree_ = &tree_;
  spot.type_ = type_;
  spot.place_ = {text_.path, 1, 1};
  return spot;
}

Place ParsedText::InString(const Place& from, int column) const {
  Cursor cursor(text_.text);
  cursor.GoTo(from.line, from.column);
  // The field's name and colon, up to the first piece.
  while (!cursor.done() && !cursor.quote()) {
    cursor.Next();
    cursor.SkipBlanksAndComments();
  }
  int left = column - 1;
  Place last = from;
  while (cursor.quote()) {
    const char quote = cursor.now();
    for (cursor.Next(); !cursor.done(); cursor.Next()) {
      last = {text_.path, cursor.line(), cursor.column()};
      if (cursor.now() == quote) break;
      if (left-- == 0) return last;
      // An escape of one letter is one character of the value.
      if (cursor.now() == '\\') cursor.Next();
      if (cursor.done()) return last;
    }
    if (!cursor.done()) cursor.Next();
    cursor.SkipBlanksAndComments();
  }
  return last;
}

}  // namespace firstvisit

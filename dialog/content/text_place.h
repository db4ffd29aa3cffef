// Where a message's fields stand in the text that it was parsed from.
//
//   std::unique_ptr<ParsedText> parsed = ParseText(text, message, issues);
//   Spot file = parsed->spot();
//   Spot rule = file.child("precaution", 3).child("rule", 0);
//   issues.Error(rule.at("level"), "…");
//   issues.Error(rule.in_string("when", 14), "…");  // 14th character of it
//
// Spots point into their ParsedText and must not outlive it. Immutable.

#ifndef FIRSTVISIT_DIALOG_CONTENT_TEXT_PLACE_H_
#define FIRSTVISIT_DIALOG_CONTENT_TEXT_PLACE_H_

#include <memory>
#include <string>

#include "absl/strings/string_view.h"
#include "dialog/content/issue.h"
#include "dialog/content/named_text.h"
#include "google/protobuf/message.h"
#include "google/protobuf/text_format.h"

namespace firstvisit {

class ParsedText;

// The place of one message.
class Spot {
 public:
  // Where the message begins; of the whole text, its first character.
  const Place& place() const { return place_; }
  // Where a field begins; the message's own place where the field is not
  // written. `index` for repeated fields.
  Place at(absl::string_view field, int index = -1) const;
  // The character at `column` (from 1) of the value of a string field.
  Place in_string(absl::string_view field, int column, int index = -1) const;
  // The message in a field.
  Spot child(absl::string_view field, int index = -1) const;

 private:
  friend class ParsedText;
  using Tree = google::protobuf::TextFormat::ParseInfoTree;

  const google::protobuf::FieldDescriptor* Find(absl::string_view field) const;

  const ParsedText* text_ = nullptr;
  const Tree* tree_ = nullptr;  // nullptr: nothing is written inside
  const google::protobuf::Descriptor* type_ = nullptr;
  Place place_;
};

// A text in protobuf's text format, and where everything in it stands.
class ParsedText {
 public:
  // Fills `message`, and reports what cannot be read.
  ParsedText(NamedText text, google::protobuf::Message& message,
             Issues& issues);
  ParsedText(const ParsedText&) = delete;
  ParsedText& operator=(const ParsedText&) = delete;

  Spot spot() const;

 private:
  friend class Spot;

  // The place of the string value's character, where a field begins at `from`.
  Place InString(const Place& from, int column) const;

  const NamedText text_;
  const google::protobuf::Descriptor* const type_;
  google::protobuf::TextFormat::ParseInfoTree tree_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_TEXT_PLACE_H_

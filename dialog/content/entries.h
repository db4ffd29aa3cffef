// All entries of a protocol's files in one order, each with its place.
//
//   Entries entries(std::move(texts), issues);
//   for (const Entry<content::v1::Question>& question : entries.questions) {
//     issues.Error(question.spot.at("kind"), …);
//
// Entries keep the order of their file's name, then their place in it. They
// point into the Entries, which keeps the texts. Immutable once made.

#ifndef FIRSTVISIT_DIALOG_CONTENT_ENTRIES_H_
#define FIRSTVISIT_DIALOG_CONTENT_ENTRIES_H_

#include <memory>
#include <string>
#include <vector>

#include "dialog/content/issue.h"
#include "dialog/content/named_text.h"
#include "dialog/content/text_place.h"
#include "firstvisit/content/v1/content.pb.h"
#include "firstvisit/content/v1/lexicon.pb.h"
#include "firstvisit/content/v1/wording.pb.h"

namespace firstvisit {

// What an author wrote, and where.
template <typename Spec>
struct Entry {
  const Spec* spec;
  Spot spot;

  const Spec& operator*() const { return *spec; }
  const Spec* operator->() const { return spec; }
};

struct Entries {
  // Reads all texts; those that cannot be read are reported.
  Entries(std::vector<NamedText> texts, Issues& issues);
  Entries(const Entries&) = delete;
  Entries& operator=(const Entries&) = delete;

  std::vector<Entry<content::v1::Protocol>> protocols;
  std::vector<Entry<content::v1::Fact>> facts;
  std::vector<Entry<content::v1::Question>> questions;
  std::vector<Entry<content::v1::Limit>> limits;
  std::vector<Entry<content::v1::Precaution>> precautions;
  std::vector<Entry<content::v1::Cause>> causes;
  std::vector<Entry<content::v1::Tip>> tips;
  std::vector<Entry<content::v1::Technique>> techniques;
  std::vector<Entry<content::v1::Area>> areas;
  std::vector<Entry<content::v1::Wording>> wordings;
  std::vector<Entry<content::v1::Lexicon>> lexicons;
  // Hexadecimal SHA-256 over the names and bytes of all texts.
  std::string hash;

 private:
  struct File {
    content::v1::ContentFile message;
    std::unique_ptr<ParsedText> text;
  };

  void Add(const File& file);

  std::vector<std::unique_ptr<File>> files_;
};

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_ENTRIES_H_

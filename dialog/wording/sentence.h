// Catalogue sentences, filled in and marked up.
//
//   Sentence s = Speak("phrase.noted_unsure", phrase.text(), phrase.voice());
//   AddMessage(s, /*interruptible=*/true, turn);
//
// Every sentence that a person hears or reads passes through here and keeps its
// id in the catalogue. Pure functions.

#ifndef FIRSTVISIT_DIALOG_WORDING_SENTENCE_H_
#define FIRSTVISIT_DIALOG_WORDING_SENTENCE_H_

#include <string>
#include <utility>
#include <vector>

#include "absl/strings/string_view.h"
#include "dialog/content/content.h"
#include "firstvisit/content/v1/clinic.pb.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// Values for {placeholders}.
using Fillings = std::vector<std::pair<absl::string_view, std::string>>;

// A sentence in its written and its spoken form.
struct Sentence {
  std::string id;  // in the catalogue: "phrase.noted_unsure"
  std::string text;
  std::string voice;
};

// `text` with {placeholders} filled in; an unknown one stays as it is, which
// the content check reports.
std::string Fill(absl::string_view text, const Fillings& fillings);

// What the clinic fills in everywhere: emergency_number, clinic, phone, hours,
// takes_over.
Fillings ClinicFillings(const content::v1::Clinic& clinic,
                        const LocaleWording& wording);

// A phrase by its id, filled in.
Sentence Phrase(const LocaleWording& wording, absl::string_view id,
                const Fillings& fillings);

// One <speak> element: XML escaped, without control characters.
std::string Ssml(absl::string_view voice);

// The sentence as a message.
void WriteMessage(const Sentence& sentence, bool interruptible,
                  v1::Message& message);

// Appends a message; none where there is no text.
void AddMessage(const Sentence& sentence, bool interruptible, v1::Turn& turn);

// "a", "a and b", "a, b and c", with the locale's own "and".
std::string Join(const std::vector<std::string>& parts,
                 const LocaleWording& wording);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_WORDING_SENTENCE_H_

// The texts that are compiled into the program.
//
//   LoadedContent knee = LoadContent(WithLanguages(KneePainTexts()));
//
// Pure functions; each call copies.

#ifndef FIRSTVISIT_DIALOG_CONTENT_TEXTS_H_
#define FIRSTVISIT_DIALOG_CONTENT_TEXTS_H_

#include <vector>

#include "dialog/content/loader.h"
#include "dialog/content/named_text.h"

namespace firstvisit {

// The knee-pain protocol, dialog/content/knee_pain.
std::vector<NamedText> KneePainTexts();

// How each language is understood in every protocol, dialog/content/language.
std::vector<NamedText> LanguageTexts();

// The example of a clinic, dialog/content/clinic.textproto.
NamedText ExampleClinicText();

// A protocol's own texts and those of the languages.
std::vector<NamedText> WithLanguages(std::vector<NamedText> protocol);

// Loads a protocol together with the languages.
LoadedContent LoadProtocol(std::vector<NamedText> protocol);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_CONTENT_TEXTS_H_

// Whether what is spoken, or sent short, keeps what is written.
//
//   for (const std::string& line : LostWarnings(content)) …
//
// In every locale: each level, limit, precaution and agreement has its words
// there and not another locale's; what asks for urgent help names the number;
// a spoken form has every placeholder and every number of the written one; SSML
// says the spoken form word for word; and by telephone keys every answer can be
// given, with the keys named. Pure.

#ifndef FIRSTVISIT_DIALOG_PROOF_SPOKEN_FORMS_H_
#define FIRSTVISIT_DIALOG_PROOF_SPOKEN_FORMS_H_

#include <string>
#include <vector>

#include "dialog/content/content.h"

namespace firstvisit {

// One line for each warning that is lost, with its locale and id.
std::vector<std::string> LostWarnings(const Content& content);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_PROOF_SPOKEN_FORMS_H_

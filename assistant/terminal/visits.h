// The therapist's end: who came, and one visit.
//
//   ListVisits(client, 100, absl::LocalTimeZone(), console, style);
//   ShowVisit(client, request, console, style);
//   ShowQuestionnaire(client, "es", console);

#ifndef FIRSTVISIT_ASSISTANT_TERMINAL_VISITS_H_
#define FIRSTVISIT_ASSISTANT_TERMINAL_VISITS_H_

#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "assistant/dialog_client.h"
#include "assistant/terminal/console.h"
#include "assistant/terminal/style.h"
#include "firstvisit/v1/intake.pb.h"

namespace firstvisit {

// A line per visit, the newest first, `limit` at most: when it began, how it
// stands, its level, under which name or number, its id.
absl::Status ListVisits(DialogClient& client, int limit, absl::TimeZone zone,
                        Console& console, const Style& style);

// One visit's report: as a text it is laid out for the console, as FHIR it is
// written as it is. NOT_FOUND: there is no such visit.
absl::Status ShowVisit(DialogClient& client,
                       const v1::GetReportRequest& request, Console& console,
                       const Style& style);

// The questions of the protocol served, as an HL7 FHIR R4 Questionnaire in
// JSON. NOT_FOUND: they are not there in this language.
absl::Status ShowQuestionnaire(DialogClient& client, const std::string& locale,
                               Console& console);

}  // namespace firstvisit

#endif  // FIRSTVISIT_ASSISTANT_TERMINAL_VISITS_H_

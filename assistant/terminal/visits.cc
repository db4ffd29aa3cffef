// Tests: visits_test.cc.

#include "assistant/terminal/visits.h"

#include <algorithm>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "dialog/util/wrap.h"

namespace firstvisit {
namespace {

absl::string_view StateName(v1::State state) {
  switch (state) {
    case v1::ASKING:
    case v1::CONFIRMING:
      return "under way";
    case v1::DONE:
      return "finished";
    case v1::REFERRED:
      return "referred";
    case v1::HANDED_OFF:
      return "handed over";
    case v1::DECLINED:
      return "declined";
    case v1::STOPPED:
      return "stopped";
    case v1::EXPIRED:
      return "expired";
    default:
      return "";
  }
}

absl::string_view LevelName(v1::Triage triage) {
  switch (triage) {
    case v1::OK:
      return "ok";
    case v1::CAUTION:
      return "caution";
    case v1::DOCTOR_FIRST:
      return "doctor first";
    case v1::URGENT:
      return "urgent";
    case v1::EMERGENCY:
      return "emergency";
    default:
      return "";
  }
}

// Filled up with spaces to a column's width, and one more.
std::string Padded(absl::string_view text, int width) {
  return absl::StrCat(
      text, std::string(std::max(0, width - DisplayWidth(text)) + 1, ' '));
}

constexpr int kTimeWidth = 16;
constexpr int kStateWidth = 11;
constexpr int kLevelWidth = 12;

void WriteVisit(const v1::SessionSummary& visit, absl::TimeZone zone,
                Console& console, const Style& style) {
  const std::string time = absl::FormatTime(
      "%Y-%m-%d %H:%M", absl::FromUnixSeconds(visit.create_time().seconds()),
      zone);
  // A name may have been typed anywhere: it stays on its line.
  const std::string reference =
      absl::StrReplaceAll(Printable(visit.reference()), {{"\n", " "}});
  console.Write(absl::StrCat(
      Padded(time, kTimeWidth), Padded(StateName(visit.state()), kStateWidth),
      style.Level(visit.triage(), LevelName(visit.triage())),
      Padded("", kLevelWidth - DisplayWidth(LevelName(visit.triage()))),
      visit.session(), reference.empty() ? "" : "  ", reference, "\n"));
}

}  // namespace

absl::Status ListVisits(DialogClient& client, int limit, absl::TimeZone zone,
                        Console& console, const Style& style) {
  constexpr int kPage = 100;
  v1::ListSessionsRequest request;
  int shown = 0;
  do {
    request.set_page_size(std::min(kPage, limit - shown));
    const auto page = client.ListSessions(request);
    if (!page.ok()) return page.status();
    for (const v1::SessionSummary& visit : page->sessions()) {
      if (shown == 0) {
        console.Write(style.Strong(absl::StrCat(
            Padded("Began", kTimeWidth), Padded("State", kStateWidth),
            Padded("Level", kLevelWidth), "Visit and name\n")));
      }
      WriteVisit(visit, zone, console, style);
      ++shown;
    }
    request.set_page_token(page->next_page_token());
  } while (!request.page_token().empty() && shown < limit);
  if (shown == 0) console.Write("Nobody has come yet.\n");
  if (!request.page_token().empty()) {
    console.Write(
        style.Faint("There are more: firstvisit sessions --limit=NUMBER\n"));
  }
  return absl::OkStatus();
}

absl::Status ShowVisit(DialogClient& client,
                       const v1::GetReportRequest& request, Console& console,
                       const Style& style) {
  const auto report = client.GetReport(request);
  if (!report.ok()) return report.status();
  console.Write(request.format() == v1::GetReportRequest::TEXT
                    ? style.Report(report->body(),
                                   report->assessment().triage(),
                                   console.Width())
                    : report->body());
  return absl::OkStatus();
}

absl::Status ShowQuestionnaire(DialogClient& client, const std::string& locale,
                               Console& console) {
  const auto protocols = client.ListProtocols();
  if (!protocols.ok()) return protocols.status();
  for (const v1::Protocol& listed : protocols->protocols()) {
    v1::GetProtocolRequest request;
    request.set_protocol(listed.id());
    request.set_locale(locale);
    request.set_fhir_questionnaire(true);
    const auto protocol = client.GetProtocol(request);
    if (!protocol.ok()) return protocol.status();
    console.Write(protocol->fhir_questionnaire());
  }
  return absl::OkStatus();
}

}  // namespace firstvisit

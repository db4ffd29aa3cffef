#include "dialog/util/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <string>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"

namespace firstvisit {
namespace {

absl::string_view Name(LogField field) {
  switch (field) {
    case LogField::kAddress:
      return "address";
    case LogField::kCode:
      return "code";
    case LogField::kCount:
      return "count";
    case LogField::kHash:
      return "hash";
    case LogField::kMethod:
      return "method";
    case LogField::kProblem:
      return "problem";
    case LogField::kProtocol:
      return "protocol";
    case LogField::kReason:
      return "reason";
    case LogField::kSignal:
      return "signal";
    case LogField::kStore:
      return "store";
  }
  return "";
}

spdlog::logger& Logger() {
  static spdlog::logger* const logger = [] {
    auto* made = new spdlog::logger(
        "firstvisit", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v",
                      spdlog::pattern_time_type::utc);
    made->flush_on(spdlog::level::info);
    return made;  // never destroyed
  }();
  return *logger;
}

// A value with spaces is quoted; line breaks are escaped.
std::string Shown(absl::string_view value) {
  const std::string escaped = absl::CEscape(value);
  return value.find(' ') == absl::string_view::npos
             ? escaped
             : absl::StrCat("\"", escaped, "\"");
}

void Log(spdlog::level::level_enum level, absl::string_view event,
         std::initializer_list<LogValue> values) {
  std::string line(event);
  for (const LogValue& value : values) {
    absl::StrAppend(&line, " ", Name(value.field), "=", Shown(value.value));
  }
  Logger().log(level, spdlog::string_view_t(line.data(), line.size()));
}

}  // namespace

void LogInfo(absl::string_view event, std::initializer_list<LogValue> values) {
  Log(spdlog::level::info, event, values);
}

void LogWarning(absl::string_view event,
                std::initializer_list<LogValue> values) {
  Log(spdlog::level::warn, event, values);
}

void LogError(absl::string_view event, std::initializer_list<LogValue> values) {
  Log(spdlog::level::err, event, values);
}

}  // namespace firstvisit

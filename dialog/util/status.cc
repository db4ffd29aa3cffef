#include "dialog/util/status.h"

#include "absl/strings/cord.h"
#include "absl/strings/str_cat.h"
#include "google/rpc/error_details.pb.h"

namespace firstvisit {
namespace {

constexpr char kDomain[] = "firstvisit";
constexpr char kField[] = "field";

// Details are kept under the type URL that google.protobuf.Any gives them.
std::string TypeUrl(const google::protobuf::MessageLite& detail) {
  return absl::StrCat("type.googleapis.com/", detail.GetTypeName());
}

}  // namespace

absl::Status ErrorStatus(absl::StatusCode code, absl::string_view reason,
                         absl::string_view field, absl::string_view message) {
  absl::Status status(code, message);
  google::rpc::ErrorInfo info;
  info.set_reason(std::string(reason));
  info.set_domain(kDomain);
  if (!field.empty()) (*info.mutable_metadata())[kField] = std::string(field);
  AddDetail(info, status);
  return status;
}

absl::Status InvalidArgument(absl::string_view reason, absl::string_view field,
                             absl::string_view message) {
  return ErrorStatus(absl::StatusCode::kInvalidArgument, reason, field,
                     message);
}

std::string ReasonOf(const absl::Status& status) {
  google::rpc::ErrorInfo info;
  return FindDetail(status, info) ? info.reason() : "";
}

std::string FieldOf(const absl::Status& status) {
  google::rpc::ErrorInfo info;
  if (!FindDetail(status, info)) return "";
  const auto field = info.metadata().find(kField);
  return field == info.metadata().end() ? "" : field->second;
}

void AddDetail(const google::protobuf::MessageLite& detail,
               absl::Status& status) {
  status.SetPayload(TypeUrl(detail), absl::Cord(detail.SerializeAsString()));
}

bool FindDetail(const absl::Status& status,
                google::protobuf::MessageLite& detail) {
  const auto payload = status.GetPayload(TypeUrl(detail));
  return payload.has_value() && detail.ParseFromString(std::string(*payload));
}

}  // namespace firstvisit

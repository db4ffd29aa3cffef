#include "dialog/util/grpc_status.h"

#include <map>
#include <string>

#include "absl/strings/cord.h"
#include "google/rpc/status.pb.h"

namespace firstvisit {

grpc::Status ToGrpc(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  // absl visits payloads in no particular order.
  std::map<std::string, std::string> details;
  status.ForEachPayload([&](auto type_url, const absl::Cord& bytes) {
    details[std::string(type_url)] = std::string(bytes);
  });
  google::rpc::Status proto;
  proto.set_code(static_cast<int>(status.code()));
  proto.set_message(std::string(status.message()));
  for (const auto& [type_url, bytes] : details) {
    google::protobuf::Any& detail = *proto.add_details();
    detail.set_type_url(type_url);
    detail.set_value(bytes);
  }
  return grpc::Status(static_cast<grpc::StatusCode>(status.code()),
                      proto.message(),
                      details.empty() ? "" : proto.SerializeAsString());
}

absl::Status FromGrpc(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  absl::Status result(static_cast<absl::StatusCode>(status.error_code()),
                      status.error_message());
  google::rpc::Status proto;
  if (proto.ParseFromString(status.error_details())) {
    for (const google::protobuf::Any& detail : proto.details()) {
      result.SetPayload(detail.type_url(), absl::Cord(detail.value()));
    }
  }
  return result;
}

}  // namespace firstvisit

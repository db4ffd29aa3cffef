// Requests as bytes: parsing them, and saying which field is at fault.
//
//   v1::ReplyRequest request;
//   absl::Status status = ParseRequest(bytes, request);
//   // INVALID_ARGUMENT, field "text": not UTF-8
//
// Pure functions.

#ifndef FIRSTVISIT_DIALOG_SERVICE_WIRE_H_
#define FIRSTVISIT_DIALOG_SERVICE_WIRE_H_

#include <string>

#include "absl/status/status.h"
#include "google/protobuf/message.h"
#include "grpcpp/support/byte_buffer.h"

namespace firstvisit {

std::string BytesOf(const grpc::ByteBuffer& buffer);
grpc::ByteBuffer BufferOf(const std::string& bytes);

// INVALID_ARGUMENT: MALFORMED_REQUEST, or NOT_UTF8 with the field.
absl::Status ParseRequest(const std::string& bytes,
                          google::protobuf::Message& request);

}  // namespace firstvisit

#endif  // FIRSTVISIT_DIALOG_SERVICE_WIRE_H_

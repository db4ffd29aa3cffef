// What a bare gRPC call costs its server: the measure that the rest is held
// against.
//
//   if (argc == 2 && argv[1] == kServeEcho) return ServeEcho();
//   absl::StatusOr<absl::Duration> call = MeasureEcho(20000);
//
// The server is this program run once more, in a process of its own; its CPU
// time is read from that process's clock, which counts all its threads, before
// and after the calls, and divided by their number. Calls that warm it up come
// first and do not count. It answers with the callback API: a request with one
// string of 200 bytes, a reply with one of 960, 64 calls in flight over one
// channel, neither encrypted nor authenticated.

#ifndef FIRSTVISIT_TESTS_LOAD_ECHO_H_
#define FIRSTVISIT_TESTS_LOAD_ECHO_H_

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace firstvisit {

// The argument that makes the program the server.
inline constexpr char kServeEcho[] = "--serve_echo";

// Serves until its standard input ends; the port goes to standard output.
int ServeEcho();

// INTERNAL: the server could not be started, or a call failed.
absl::StatusOr<absl::Duration> MeasureEcho(int calls);

}  // namespace firstvisit

#endif  // FIRSTVISIT_TESTS_LOAD_ECHO_H_

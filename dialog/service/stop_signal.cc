#include "dialog/service/stop_signal.h"

namespace firstvisit {

StopSignal::StopSignal() {
  sigemptyset(&signals_);
  sigaddset(&signals_, SIGTERM);
  sigaddset(&signals_, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals_, &before_);
}

StopSignal::~StopSignal() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

absl::string_view StopSignal::Wait() {
  int signal = 0;
  sigwait(&signals_, &signal);
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  return signal == SIGINT ? "SIGINT" : "SIGTERM";
}

}  // namespace firstvisit

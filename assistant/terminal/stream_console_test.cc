#include "assistant/terminal/stream_console.h"

#include <unistd.h>

#include <memory>
#include <sstream>
#include <string>

#include "gtest/gtest.h"

namespace firstvisit {
namespace {

class StreamConsoleTest : public ::testing::Test {
 protected:
  StreamConsoleTest() {
    EXPECT_EQ(pipe(ends_), 0);
    console_ = std::make_unique<StreamConsole>(ends_[0], shown_);
  }
  ~StreamConsoleTest() override {
    close(ends_[0]);
    Close();
  }

  void Pipe(const std::string& text) {
    ASSERT_EQ(write(ends_[1], text.data(), text.size()),
              static_cast<ssize_t>(text.size()));
  }
  void Close() {
    if (ends_[1] >= 0) close(ends_[1]);
    ends_[1] = -1;
  }

  int ends_[2];
  std::ostringstream shown_;
  std::unique_ptr<StreamConsole> console_;
};

TEST_F(StreamConsoleTest, ReadsLineByLineToTheEnd) {
  Pipe("one\r\n\ntwo\nthree");
  Close();
  EXPECT_EQ(console_->Read("").text, "one");
  EXPECT_EQ(console_->Read("").text, "");
  EXPECT_EQ(console_->Read("").text, "two");
  EXPECT_EQ(console_->Read("").text, "three");
  EXPECT_EQ(console_->Read("").kind, Line::Kind::kEnd);
  EXPECT_EQ(console_->Read("").kind, Line::Kind::kEnd);
}

TEST_F(StreamConsoleTest, ReadyOnlyWhenALineIsThere) {
  EXPECT_FALSE(console_->Ready());
  Pipe("half a li");
  EXPECT_FALSE(console_->Ready());
  Pipe("ne\n");
  EXPECT_TRUE(console_->Ready());
  EXPECT_EQ(console_->Read("").text, "half a line");
  EXPECT_FALSE(console_->Ready());
  Close();
  EXPECT_TRUE(console_->Ready());
}

TEST_F(StreamConsoleTest, ShowsNoPrompt) {
  Pipe("yes\n");
  console_->Read("> ");
  EXPECT_EQ(shown_.str(), "");
}

}  // namespace
}  // namespace firstvisit

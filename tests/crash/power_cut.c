// A power cut, for a process that runs with LD_PRELOAD=…/libpower_cut.so.
//
// Every write to a regular file below POWER_CUT_FOLDER is remembered with the
// bytes and the length that it replaced, and forgotten when that file is
// synced. PowerCut() kills the process and puts back what was never synced, newest
// first: what remains is what a disk would hold that lost its power then.
// (A killed process alone loses nothing: its writes are with the kernel.)
//
// Plain C, and nothing of the project: it stands between the process and libc.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

struct Change {
  struct Change* older;
  int file;  // a descriptor of our own
  dev_t device;
  ino_t inode;
  off_t length_before;
  off_t offset;
  size_t size;  // of the bytes that were there
  char bytes[];
};

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static struct Change* newest = NULL;

static void* Next(const char* name) { return dlsym(RTLD_NEXT, name); }

// Whether the descriptor is a regular file below the folder; fills `status`.
static int Watched(int file, struct stat* status) {
  const char* folder = getenv("POWER_CUT_FOLDER");
  if (folder == NULL || fstat(file, status) != 0 || !S_ISREG(status->st_mode)) {
    return 0;
  }
  char link[64];
  char path[PATH_MAX];
  snprintf(link, sizeof(link), "/proc/self/fd/%d", file);
  const ssize_t length = readlink(link, path, sizeof(path) - 1);
  if (length <= 0) return 0;
  path[length] = '\0';
  return strncmp(path, folder, strlen(folder)) == 0;
}

// Remembers what `size` bytes at `offset` were, and how long the file was. The
// mutex is held.
static void Remember(int file, off_t offset, size_t size) {
  struct stat status;
  if (!Watched(file, &status)) return;
  struct Change* change = malloc(sizeof(struct Change) + size);
  if (change == NULL) abort();
  char path[64];
  snprintf(path, sizeof(path), "/proc/self/fd/%d", file);
  change->file = open(path, O_RDWR | O_CLOEXEC);
  if (change->file < 0) abort();
  change->device = status.st_dev;
  change->inode = status.st_ino;
  change->length_before = status.st_size;
  change->offset = offset;
  const ssize_t there = pread(change->file, change->bytes, size, offset);
  change->size = there > 0 ? (size_t)there : 0;
  change->older = newest;
  newest = change;
}

static void Forget(int file) {
  struct stat status;
  if (!Watched(file, &status)) return;
  struct Change** link = &newest;
  while (*link != NULL) {
    struct Change* change = *link;
    if (change->device == status.st_dev && change->inode == status.st_ino) {
      *link = change->older;
      close(change->file);
      free(change);
    } else {
      link = &change->older;
    }
  }
}

// Puts everything back that was never synced. Returns 0 if it can't.
static int PutBack(void) {
  ssize_t (*write_at)(int, const void*, size_t, off_t) = Next("pwrite");
  int (*cut)(int, off_t) = Next("ftruncate");
  for (struct Change* change = newest; change; change = change->older) {
    if (write_at(change->file, change->bytes, change->size, change->offset) !=
            (ssize_t)change->size ||
        cut(change->file, change->length_before) != 0) {
      return 0;
    }
  }
  return 1;
}

// A child kills the process first and then puts back: no thread that still runs
// may meet files that change under it. The child keeps stdout open, so whoever
// reads it to its end finds the work done; a line "uncut" says that it failed.
void PowerCut(void) {
  pthread_mutex_lock(&mutex);  // kept: nothing is written any more
  const pid_t process = getpid();
  const pid_t child = fork();
  if (child < 0) abort();
  if (child > 0) {
    for (;;) pause();
  }
  kill(process, SIGKILL);
  while (getppid() == process) usleep(100);
  static const char kFailed[] = "uncut\n";
  if (!PutBack() && write(STDOUT_FILENO, kFailed, sizeof(kFailed) - 1) < 0) {
    abort();
  }
  _exit(0);
}

ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
  ssize_t (*next)(int, const void*, size_t, off_t) = Next("pwrite");
  pthread_mutex_lock(&mutex);
  Remember(file, offset, size);
  const ssize_t written = next(file, bytes, size, offset);
  pthread_mutex_unlock(&mutex);
  return written;
}

ssize_t pwrite64(int file, const void* bytes, size_t size, off_t offset) {
  return pwrite(file, bytes, size, offset);
}

ssize_t write(int file, const void* bytes, size_t size) {
  ssize_t (*next)(int, const void*, size_t) = Next("write");
  struct stat status;
  if (!Watched(file, &status)) return next(file, bytes, size);
  pthread_mutex_lock(&mutex);
  Remember(file, lseek(file, 0, SEEK_CUR), size);
  const ssize_t written = next(file, bytes, size);
  pthread_mutex_unlock(&mutex);
  return written;
}

int ftruncate(int file, off_t length) {
  int (*next)(int, off_t) = Next("ftruncate");
  pthread_mutex_lock(&mutex);
  struct stat status;
  if (fstat(file, &status) == 0 && status.st_size > length) {
    Remember(file, length, (size_t)(status.st_size - length));
  } else {
    Remember(file, length, 0);
  }
  const int result = next(file, length);
  pthread_mutex_unlock(&mutex);
  return result;
}

int ftruncate64(int file, off_t length) { return ftruncate(file, length); }

static int Sync(const char* name, int file) {
  int (*next)(int) = Next(name);
  pthread_mutex_lock(&mutex);
  const int result = next(file);
  if (result == 0) Forget(file);
  pthread_mutex_unlock(&mutex);
  return result;
}

int fsync(int file) { return Sync("fsync", file); }
int fdatasync(int file) { return Sync("fdatasync", file); }

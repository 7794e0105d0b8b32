// Makes the nth call that writes below SHIM_FOLDER fail, once or from then on. Loaded with LD_PRELOAD.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static long calls = 0;

static int fails(const char *path) {
  const char *folder = getenv("SHIM_FOLDER");
  const char *at = getenv("SHIM_AT");
  if (!folder || !at || !path || strncmp(path, folder, strlen(folder)) != 0) return 0;
  long call = __atomic_add_fetch(&calls, 1, __ATOMIC_SEQ_CST);
  long wanted = atol(at);
  int sticky = getenv("SHIM_STICKY") != NULL;
  if (call != wanted && !(sticky && call > wanted)) return 0;
  const char *mark = getenv("SHIM_MARK"); // says that a fault was put in: without it, all calls were gone through
  if (mark) {
    FILE *(*open_file)(const char *, const char *) = dlsym(RTLD_NEXT, "fopen");
    FILE *file = open_file(mark, "w");
    if (file) fclose(file);
  }
  errno = atoi(getenv("SHIM_ERRNO"));
  return 1;
}

static int fd_fails(int fd) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return fails(path);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *from, size_t size) { REAL(write); return fd_fails(fd) ? -1 : real(fd, from, size); }
ssize_t pwrite(int fd, const void *from, size_t size, off_t at) { REAL(pwrite); return fd_fails(fd) ? -1 : real(fd, from, size, at); }
ssize_t pwrite64(int fd, const void *from, size_t size, off64_t at) { REAL(pwrite64); return fd_fails(fd) ? -1 : real(fd, from, size, at); }
int fsync(int fd) { REAL(fsync); return fd_fails(fd) ? -1 : real(fd); }
int fdatasync(int fd) { REAL(fdatasync); return fd_fails(fd) ? -1 : real(fd); }
int ftruncate(int fd, off_t size) { REAL(ftruncate); return fd_fails(fd) ? -1 : real(fd, size); }
int ftruncate64(int fd, off64_t size) { REAL(ftruncate64); return fd_fails(fd) ? -1 : real(fd, size); }
int rename(const char *from, const char *to) { REAL(rename); return fails(to) ? -1 : real(from, to); }
int unlink(const char *path) { REAL(unlink); return fails(path) ? -1 : real(path); }

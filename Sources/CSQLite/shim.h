#include <sqlite3.h>

/// Has SQLite keep no count of the memory it uses, which costs a lock at each allocation; before the first connection
/// (https://www.sqlite.org/c3ref/c_config_covering_index_scan.html#sqliteconfigmemstatus). Swift cannot call
/// `sqlite3_config`, whose arguments vary.
static inline int sqlite3_config_no_memory_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

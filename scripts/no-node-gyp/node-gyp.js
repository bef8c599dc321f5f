#!/usr/bin/env node
// Nothing is compiled here. The package better-sqlite3 ships a binary for every platform and says `gypfile: false`, but
// npm 10 and older overlook that in a lock file and call `node-gyp rebuild`, which needs Python. This command stands
// before npm's own on the PATH of install scripts. Remove it with the last package that has a binding.gyp.
process.exitCode = 0

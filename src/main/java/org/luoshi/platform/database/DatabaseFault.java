package org.luoshi.platform.database;

import java.util.Map;

/** Why the database cannot be started; each has a text and an advice in the bundles. */
enum DatabaseFault {
    LOCKED("locked"),
    NOT_WRITABLE("not-writable"),
    DISK_FULL("disk-full"),
    OTHER_VERSION("other-version"),
    NO_BINARIES("no-binaries"),
    ROOT("root"),
    NOT_STARTED("not-started"),
    FOREIGN_SERVER("foreign-server"),
    UNREACHABLE("unreachable");

    private final String key;

    DatabaseFault(String key) {
        this.key = key;
    }

    String textKey() {
        return "platform.database." + key;
    }

    String adviceKey() {
        return "platform.database.advice." + key;
    }

    DatabaseRefusal with(Map<String, Object> details) {
        return new DatabaseRefusal(this, details, null);
    }

    DatabaseRefusal with(Map<String, Object> details, Throwable cause) {
        return new DatabaseRefusal(this, details, cause);
    }
}

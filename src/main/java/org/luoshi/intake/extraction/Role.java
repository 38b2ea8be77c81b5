package org.luoshi.intake.extraction;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a unit has to do with a task. */
enum Role {
    LEAD,
    RESPONSIBLE,
    SUPPORT,
    GUIDE;

    /** What a label introduces: units in a role, or something that is not about units. */
    enum Label {
        LEAD(Role.LEAD),
        RESPONSIBLE(Role.RESPONSIBLE),
        SUPPORT(Role.SUPPORT),
        GUIDE(Role.GUIDE),
        PERSON(null),
        TIME(null),
        OTHER(null);

        private final @Nullable Role role;

        Label(@Nullable Role role) {
            this.role = role;
        }

        @Nullable
        Role role() {
            return role;
        }

        String key() {
            return "label." + name().toLowerCase(Locale.ROOT);
        }
    }
}

package org.luoshi.notices.core;

import java.util.Set;
import java.util.UUID;
import org.luoshi.obligations.Obligation;

/** An obligation that its owners have not been told about yet, with the people to tell. */
public record Reminder(Obligation obligation, What what, Set<UUID> personIds) {

    /** What is said. One text and one rule each. */
    public enum What {
        DUE_SOON("due-soon"),
        OVERDUE("overdue");

        private final String key;

        What(String key) {
            this.key = key;
        }

        /** Key of the rule behind it. */
        public String ruleKey() {
            return key;
        }

        String textKey() {
            return "notices." + key;
        }
    }
}

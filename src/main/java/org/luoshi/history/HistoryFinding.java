package org.luoshi.history;

/**
 * One thing that is not as it was written.
 *
 * @param number of the line or seal
 */
public record HistoryFinding(Kind kind, long number) {

    /** What is wrong. */
    public enum Kind {
        /** A sealed line does not say what it said when it was sealed. */
        LINE_CHANGED("line-changed"),
        /** A sealed line is gone. */
        LINE_MISSING("line-missing"),
        /** A line stands where everything had been sealed before. */
        LINE_ADDED("line-added"),
        /** The lines under a seal do not add up to its root. */
        ROOT_BROKEN("root-broken"),
        /** What a seal says about itself was changed. */
        SEAL_CHANGED("seal-changed"),
        /** A seal does not follow the one before it: one was removed, added or exchanged. */
        CHAIN_BROKEN("chain-broken");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    /** Key of its sentence in the bundles; the sentence names {@code number}. */
    public String textKey() {
        return "history.finding." + kind.key;
    }
}

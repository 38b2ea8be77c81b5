package org.luoshi.ledger;

import java.util.UUID;

/** A post from which instructions come, with who holds it today. */
public record InstructingLeader(UUID postId, String name, String postTitle) {

    /** As choices show it. */
    public String label() {
        return name + "　" + postTitle;
    }
}

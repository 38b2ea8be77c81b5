package org.luoshi.branch.core;

/** How somebody stands in the party. Only full members who are not under 留党察看 and whose rights are not suspended vote. */
public enum Standing {
    /** 预备党员 */
    PROBATIONARY(true, false),
    /** 正式党员 */
    FULL(true, true),
    /** 留党察看 */
    UNDER_PROBATION(true, false),
    /** Rights suspended: detained or under arrest. */
    RIGHTS_SUSPENDED(true, false),
    /** 停止党籍 */
    MEMBERSHIP_SUSPENDED(false, false),
    /** No longer a member. */
    LEFT(false, false);

    private final boolean member;
    private final boolean votes;

    Standing(boolean member, boolean votes) {
        this.member = member;
        this.votes = votes;
    }

    /** True while duties are owed. */
    public boolean isMember() {
        return member;
    }

    /** True with the right to vote and to be elected. */
    public boolean mayVote() {
        return votes;
    }

    /** True for those who count as full members of the branch (P-01, P-06). */
    public boolean isFull() {
        return this == FULL || this == UNDER_PROBATION || this == RIGHTS_SUSPENDED;
    }
}

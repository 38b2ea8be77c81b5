package org.luoshi.branch.core;

/** How far somebody has come on the way to membership (发展党员). */
public enum RecruitStage {
    /** 入党申请人 */
    APPLICANT,
    /** 入党积极分子 */
    ACTIVIST,
    /** 发展对象 */
    CANDIDATE,
    /** 预备党员 */
    PROBATIONARY,
    /** 正式党员 */
    FULL,
    /** Stopped; deleted when its time is over. */
    ENDED;

    /** True while something is still to come. */
    public boolean isUnderWay() {
        return this != FULL && this != ENDED;
    }
}

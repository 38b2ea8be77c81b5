package org.luoshi.shared;

/**
 * What somebody may do. Office and unit roles are given to a post; administrative roles are given to a person and exclude each other
 * (domain/supervision.md 1.9; X-35 separated administrators).
 */
public enum Role {
    /** 督查员: registers, issues, urges, looks at feedback. */
    OFFICER(Kind.OFFICE),
    /** 督查室主任: approves filing, decides extensions, stops and closings. */
    OFFICE_DIRECTOR(Kind.OFFICE),
    /** 分管领导: the leader in charge of the coordinating office. */
    OFFICE_LEADER(Kind.OFFICE),
    /** 批示领导: whose instructions are carried out. */
    INSTRUCTING_LEADER(Kind.LEADER),
    /** 领导秘书: reads and passes on for the leader whose post this post serves. */
    LEADERS_SECRETARY(Kind.LEADER),
    /** 承办单位负责人: signs off what the unit reports. */
    UNIT_HEAD(Kind.UNIT),
    /** 承办单位联络员: signs, hands on inside, reports. */
    UNIT_LIAISON(Kind.UNIT),
    /** 承办人: works on what was handed to the division. */
    HANDLER(Kind.UNIT),
    /** 档案员: files what is finished. */
    ARCHIVIST(Kind.OFFICE),
    /** 机关党务: sets up party branches and looks after all of them. */
    PARTY_AFFAIRS(Kind.PARTY),
    /** 系统管理员: accounts, organization, calendar; no business content. */
    SYSTEM_ADMINISTRATOR(Kind.ADMINISTRATIVE),
    /** 安全管理员: grants roles, tokens, locks. */
    SECURITY_ADMINISTRATOR(Kind.ADMINISTRATIVE),
    /** 审计员: reads everything, changes nothing. */
    AUDITOR(Kind.ADMINISTRATIVE);

    /** Where a role may sit. */
    public enum Kind {
        OFFICE,
        LEADER,
        UNIT,
        PARTY,
        ADMINISTRATIVE
    }

    private final Kind kind;

    Role(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    public boolean isAdministrative() {
        return kind == Kind.ADMINISTRATIVE;
    }
}

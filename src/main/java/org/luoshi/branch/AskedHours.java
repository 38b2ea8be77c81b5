package org.luoshi.branch;

import java.math.BigDecimal;

/**
 * Class hours that a rule asks of some people in a year.
 *
 * @param ruleId as in the rule packs: {@code E-01}
 * @param who {@code MEMBER}, {@code COMMITTEE_MEMBER}, {@code SECRETARY}, …
 * @param courses how many intensive courses are among them
 */
public record AskedHours(String ruleId, String who, BigDecimal hours, int courses) {}

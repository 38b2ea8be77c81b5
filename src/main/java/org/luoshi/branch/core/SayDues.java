package org.luoshi.branch.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.luoshi.branch.rules.Demand.Payer;

/** What a member says about dues: which months, which band, how much. Nothing else is ever asked. */
public record SayDues(LocalDate fromMonth, int months, Payer payer, int band, BigDecimal amount) {}

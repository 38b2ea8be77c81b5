package org.luoshi.reporting.exchange;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.luoshi.reporting.core.Channel;
import org.luoshi.reporting.core.Incoming;
import org.luoshi.reporting.core.Receipt;
import org.luoshi.reporting.core.ReportDesk;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Takes single reports from programs to the desk; asks the database nothing itself. */
@Component
public class ReportIntake {

    private final ReportDesk desk;
    private final ExchangeUnits units;

    ReportIntake(ReportDesk desk, ExchangeUnits units) {
        this.desk = desk;
        this.units = units;
    }

    /** Returns when it is on the disk; refused as {@link ReportDesk#hand} refuses. */
    public ReportReceipt take(UUID regime, LocalDate period, SentReport sent, Actor sender) {
        ExchangeUnits.Named unit = units.named(sent.unit());
        Receipt receipt = desk.hand(
                regime,
                period,
                new Incoming(
                        unit.place(),
                        unit.code(),
                        Boolean.TRUE.equals(sent.zero()),
                        sent.values() == null ? Map.of() : sent.values(),
                        sent.signer(),
                        sender,
                        Channel.PROGRAM,
                        sent.revision() == null ? 0 : sent.revision(),
                        sent.reason(),
                        !Boolean.FALSE.equals(sent.last())));
        return new ReportReceipt(
                sent.unit(),
                receipt.revision(),
                receipt.sequel(),
                receipt.at(),
                receipt.late(),
                receipt.unchanged(),
                receipt.warnings());
    }
}

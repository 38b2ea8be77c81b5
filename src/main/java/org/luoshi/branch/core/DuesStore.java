package org.luoshi.branch.core;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.luoshi.platform.Sql;
import org.luoshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dues, reductions and voluntary payments as rows. */
@Component
class DuesStore {

    private static final String PAYMENT = """
            select p.id, p.branch_id, p.person_id, min(m.month) as from_month, cast(count(m.month) as int) as months, p.payer, p.band,
                   p.amount, p.receipt, p.received_on
            from branch.dues_payment p join branch.dues_month m on m.payment_id = p.id
            """;
    private static final String GROUPED = " group by p.id order by min(m.month), p.id";
    private static final String RELIEF = """
            select id, branch_id, person_id, exempt, monthly, studied_on, from_month, to_month, state, reference from branch.dues_relief
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    DuesStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(DuesPayment payment, String period) {
        jdbc.sql("""
                insert into branch.dues_payment (id, branch_id, person_id, period, payer, band, amount, said_at)
                values (:id, :branch, :person, :period, :payer, :band, :amount, :now)
                """)
                .param("id", payment.id())
                .param("branch", payment.branchId())
                .param("person", payment.personId())
                .param("period", period)
                .param("payer", payment.payer().name())
                .param("band", payment.band())
                .param("amount", payment.amount())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** False where this month is on record already. */
    boolean take(DuesPayment payment, LocalDate month) {
        return jdbc.sql("""
                        insert into branch.dues_month (person_id, month, payment_id) values (:person, :month, :payment) on conflict do nothing
                        """)
                        .param("person", payment.personId())
                        .param("month", month)
                        .param("payment", payment.id())
                        .update()
                == 1;
    }

    /** False where it has been confirmed already. */
    boolean receive(UUID paymentId, String receipt, LocalDate on, Actor by) {
        return jdbc.sql("""
                        update branch.dues_payment set receipt = :receipt, received_on = :on, received_by = :by
                        where id = :id and received_on is null
                        """)
                        .param("id", paymentId)
                        .param("receipt", receipt)
                        .param("on", on)
                        .param("by", by.personId())
                        .update()
                == 1;
    }

    /** False where it has been confirmed: what was received is not taken back. */
    boolean remove(UUID paymentId) {
        return jdbc.sql("delete from branch.dues_payment where id = :id and received_on is null")
                        .param("id", paymentId)
                        .update()
                == 1;
    }

    Optional<DuesPayment> find(UUID id) {
        return jdbc.sql(PAYMENT + " where p.id = :id" + GROUPED)
                .param("id", id)
                .query(DuesPayment.class)
                .optional();
    }

    /** Those of a branch that touch the year. */
    List<DuesPayment> of(UUID branchId, int year) {
        return jdbc.sql(PAYMENT + " where p.branch_id = :branch and left(p.period, 4) = :year" + GROUPED)
                .param("branch", branchId)
                .param("year", Integer.toString(year))
                .query(DuesPayment.class)
                .list();
    }

    List<DuesPayment> ofPerson(UUID personId) {
        return jdbc.sql(PAYMENT + " where p.person_id = :person" + GROUPED)
                .param("person", personId)
                .query(DuesPayment.class)
                .list();
    }

    void insert(DuesRelief relief) {
        jdbc.sql("""
                insert into branch.dues_relief (id, branch_id, person_id, exempt, monthly, studied_on, from_month, to_month, state)
                values (:id, :branch, :person, :exempt, :monthly, :studied, :from, :to, :state)
                """)
                .param("id", relief.id())
                .param("branch", relief.branchId())
                .param("person", relief.personId())
                .param("exempt", relief.exempt())
                .param("monthly", relief.monthly())
                .param("studied", relief.studiedOn())
                .param("from", relief.fromMonth())
                .param("to", relief.toMonth())
                .param("state", relief.state().name())
                .update();
    }

    /** False where it was decided meanwhile. */
    boolean decide(DuesRelief relief, Actor by) {
        return jdbc.sql("""
                        update branch.dues_relief set state = :state, reference = :reference, decided_by = :by, decided_at = :now
                        where id = :id and state = 'STUDIED'
                        """)
                        .param("id", relief.id())
                        .param("state", relief.state().name())
                        .param("reference", relief.reference())
                        .param("by", by.personId())
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }

    Optional<DuesRelief> relief(UUID id) {
        return jdbc.sql(RELIEF + " where id = :id")
                .param("id", id)
                .query(DuesRelief.class)
                .optional();
    }

    List<DuesRelief> reliefs(UUID branchId) {
        return jdbc.sql(RELIEF + " where branch_id = :branch order by state <> 'STUDIED', from_month desc, id")
                .param("branch", branchId)
                .query(DuesRelief.class)
                .list();
    }

    List<DuesRelief> reliefsOf(UUID personId) {
        return jdbc.sql(RELIEF + " where person_id = :person order by from_month desc, id")
                .param("person", personId)
                .query(DuesRelief.class)
                .list();
    }

    void insert(VoluntaryPayment payment) {
        jdbc.sql("""
                insert into branch.voluntary_payment (id, branch_id, person_id, amount, paid_on) values (:id, :branch, :person, :amount, :on)
                """)
                .param("id", payment.id())
                .param("branch", payment.branchId())
                .param("person", payment.personId())
                .param("amount", payment.amount())
                .param("on", payment.paidOn())
                .update();
    }

    /** False where it is on record already that it was passed on. */
    boolean passOn(UUID id, UUID branchId, LocalDate on, String reference) {
        return jdbc.sql("""
                        update branch.voluntary_payment set sent_on = :on, reference = :reference
                        where id = :id and branch_id = :branch and sent_on is null
                        """)
                        .param("id", id)
                        .param("branch", branchId)
                        .param("on", on)
                        .param("reference", reference)
                        .update()
                == 1;
    }

    List<VoluntaryPayment> voluntary(UUID branchId, int year) {
        return jdbc.sql("""
                        select id, branch_id, person_id, amount, paid_on, sent_on, reference from branch.voluntary_payment
                        where branch_id = :branch and extract(year from paid_on) = :year order by paid_on, id
                        """)
                .param("branch", branchId)
                .param("year", year)
                .query(VoluntaryPayment.class)
                .list();
    }
}

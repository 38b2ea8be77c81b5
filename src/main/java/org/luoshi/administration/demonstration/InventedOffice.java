package org.luoshi.administration.demonstration;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.luoshi.access.AccessApi;
import org.luoshi.administration.DemonstrationOffice;
import org.luoshi.administration.FirstAccount;
import org.luoshi.jobs.JobsApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Demonstration;
import org.luoshi.platform.DemonstrationPart;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the complete invented office in one transaction: a failure leaves nothing behind and the button may be pressed again. The people and units
 * came at the beginning of last year; their accounts are opened now.
 */
@Component
class InventedOffice implements DemonstrationOffice {

    private final OrganizationApi organization;
    private final AccessApi access;
    private final ObjectProvider<DemonstrationPart> parts;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ZoneId zone;

    InventedOffice(
            OrganizationApi organization,
            AccessApi access,
            ObjectProvider<DemonstrationPart> parts,
            TransactionTemplate transaction,
            Clock clock,
            ZoneId zone) {
        this.organization = organization;
        this.access = access;
        this.parts = parts;
        this.transaction = transaction;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public List<FirstAccount> make(Actor actor, JobsApi.Progress progress) {
        Demonstration demonstration = new Demonstration(clock.instant(), (done, total) -> {
            progress.at(done, total);
            progress.checkCancelled();
        });
        return Objects.requireNonNull(transaction.execute(status -> make(demonstration)));
    }

    private List<FirstAccount> make(Demonstration demonstration) {
        List<InventedOrganization.Wanted> wanted = new ArrayList<>();
        LocalDate since =
                LocalDate.ofInstant(demonstration.now(), zone).minusYears(1).withDayOfYear(1);
        Instant beginning = since.atTime(9, 0).atZone(zone).toInstant();
        demonstration.at(beginning, () -> wanted.addAll(new InventedOrganization(organization, access, since).make()));
        parts.stream()
                .sorted(Comparator.comparingInt(DemonstrationPart::order))
                .forEach(part -> part.make(demonstration));
        return wanted.stream().map(this::openAccount).toList();
    }

    /** The password is shown once on the page of the set-up, so nobody has to change it before looking around. */
    private FirstAccount openAccount(InventedOrganization.Wanted wanted) {
        String password = access.newPassword();
        access.openAccount(wanted.personId(), wanted.login(), password, false, Actor.system());
        return new FirstAccount(wanted.role(), wanted.name(), wanted.from(), wanted.login(), password);
    }
}

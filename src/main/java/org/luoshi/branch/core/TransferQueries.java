package org.luoshi.branch.core;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Demand;
import org.luoshi.branch.rules.Judge;
import org.luoshi.branch.rules.Rule;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the transfers of a branch, for those who keep it and those who see all branches. */
@Component
@Transactional(readOnly = true)
public class TransferQueries {

    private static final String MOVE_RULE = "M-01";

    private final TransferStore store;
    private final BranchRights rights;
    private final RollReader rolls;
    private final RuleBooks books;
    private final Names names;

    TransferQueries(TransferStore store, BranchRights rights, RollReader rolls, RuleBooks books, Names names) {
        this.store = store;
        this.rights = rights;
        this.rolls = rolls;
        this.books = books;
        this.names = names;
    }

    /** Everything on the page. {@code rule} is M-01, null where no pack has it. */
    public record Sheet(
            Branch branch,
            boolean keeper,
            List<Row> open,
            List<Row> ended,
            List<AwayRow> away,
            List<Choice> members,
            List<Choice> branches,
            @Nullable Rule rule) {}

    /** One transfer in words, with the steps that are open to the reader. */
    public record Row(
            Transfer transfer,
            String person,
            String from,
            String to,
            boolean incoming,
            boolean overdue,
            List<TransferStep> steps) {}

    /** Somebody who is away; {@code isTime} when a transfer is due by the rule. */
    public record AwayRow(UUID personId, String person, String place, LocalDate from, boolean isTime) {}

    /** Something to choose from. */
    public record Choice(String value, String label) {}

    public Sheet sheet(UUID branchId, Actor actor) {
        BranchRoll roll = rights.visible(branchId, actor);
        boolean keeper = rights.isKeeper(roll, actor);
        if (!keeper && !BranchRights.seesAll(actor)) {
            throw BranchError.NOT_YOURS.plain();
        }
        LocalDate today = rights.today();
        List<Transfer> transfers = store.of(branchId);
        List<TransferStore.Away> away = store.away(branchId);
        Names.Known known = names.of(Stream.of(
                        transfers.stream().map(Transfer::personId),
                        away.stream().map(TransferStore.Away::personId),
                        roll.membersOn(today).stream())
                .flatMap(people -> people)
                .toList());
        List<Row> open = new ArrayList<>();
        List<Row> ended = new ArrayList<>();
        Map<UUID, String> branches = branchNames(transfers);
        for (Transfer transfer : transfers) {
            Row row = row(transfer, branchId, branches, known, actor);
            (transfer.state() == TransferState.OUT_PENDING ? open : ended).add(row);
        }
        Rule rule = books.current().find(MOVE_RULE).orElse(null);
        return new Sheet(
                roll.branch(),
                keeper,
                open,
                ended,
                away.stream().map(one -> awayRow(one, rule, known, today)).toList(),
                roll.membersOn(today).stream()
                        .map(person -> new Choice(person.toString(), known.of(person)))
                        .toList(),
                store.branches().stream()
                        .filter(other -> !other.id().equals(branchId))
                        .map(other -> new Choice(other.id().toString(), other.name()))
                        .toList(),
                rule);
    }

    private Map<UUID, String> branchNames(List<Transfer> transfers) {
        Map<UUID, String> names = new HashMap<>();
        for (Transfer transfer : transfers) {
            Stream.of(transfer.fromBranch(), transfer.toBranch())
                    .filter(java.util.Objects::nonNull)
                    .forEach(id -> names.computeIfAbsent(id, store::nameOf));
        }
        return names;
    }

    private Row row(Transfer transfer, UUID branchId, Map<UUID, String> branches, Names.Known known, Actor actor) {
        return new Row(
                transfer,
                known.of(transfer.personId()),
                where(transfer.fromBranch(), transfer, branches),
                where(transfer.toBranch(), transfer, branches),
                branchId.equals(transfer.toBranch()),
                transfer.isOverdue(rights.today()),
                TransferStep.openTo(transfer, branch -> rights.isKeeper(rolls.roll(branch), actor)));
    }

    private static String where(@Nullable UUID branch, Transfer transfer, Map<UUID, String> branches) {
        return branch == null ? String.valueOf(transfer.outside()) : String.valueOf(branches.get(branch));
    }

    private static AwayRow awayRow(TransferStore.Away away, @Nullable Rule rule, Names.Known known, LocalDate today) {
        boolean isTime = rule != null
                && rule.appliesOn(today)
                && rule.demand() instanceof Demand.Timer timer
                && Judge.timer(timer, away.fromDay(), null, today.plusDays(1)).state() == Judge.TimerState.OVERDUE;
        return new AwayRow(away.personId(), known.of(away.personId()), away.place(), away.fromDay(), isTime);
    }
}

package org.luoshi.branch.core;

import static org.luoshi.branch.core.BranchError.UNKNOWN;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.luoshi.history.HistoryApi;
import org.luoshi.history.HistoryFact;
import org.luoshi.shared.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads cases of care, for those who need them; that they were read is on record. */
@Component
@Transactional
public class CareQueries {

    private final CareStore store;
    private final CareRights careRights;
    private final BranchRights rights;
    private final Names names;
    private final HistoryApi history;

    CareQueries(CareStore store, CareRights careRights, BranchRights rights, Names names, HistoryApi history) {
        this.store = store;
        this.careRights = careRights;
        this.rights = rights;
        this.names = names;
        this.history = history;
    }

    /** What the reader may see of a branch's care; {@code flagged} have the care flag and no open case. */
    public record CareSheet(
            Branch branch,
            boolean keeper,
            List<CareView> cases,
            List<TransferQueries.Choice> flagged,
            List<TransferQueries.Choice> members) {}

    /** One case in words. */
    public record CareView(CareCase careCase, String person, String readers, List<Line> lines) {}

    /** One entry with the name of who wrote it. */
    public record Line(CareEntry entry, String by) {}

    public CareSheet sheet(UUID branchId, Actor actor) {
        BranchRoll roll = careRights.roll(branchId);
        boolean keeper = careRights.isKeeper(roll, actor);
        List<CareCase> cases = store.of(branchId, keeper, actor.personId());
        if (!keeper && cases.isEmpty()) {
            throw UNKNOWN.with(Map.of("id", branchId));
        }
        List<UUID> ids = cases.stream().map(CareCase::id).toList();
        Map<UUID, List<CareEntry>> entries = store.entries(ids);
        Map<UUID, List<CareStore.Reader>> readers = store.readers(ids);
        List<UUID> members = List.copyOf(roll.membersOn(rights.today()));
        Names.Known known = names.of(Stream.of(
                        members.stream(),
                        cases.stream().map(CareCase::personId),
                        entries.values().stream().flatMap(List::stream).map(CareEntry::notedBy),
                        readers.values().stream().flatMap(List::stream).map(CareStore.Reader::personId))
                .flatMap(people -> people)
                .distinct()
                .toList());
        if (!cases.isEmpty()) {
            history.record(
                    new HistoryFact(branchId, "branch.care", branchId, "seen", Map.of("count", cases.size()), null),
                    actor);
        }
        return new CareSheet(
                roll.branch(),
                keeper,
                cases.stream()
                        .map(one -> view(
                                one,
                                entries.getOrDefault(one.id(), List.of()),
                                readers.getOrDefault(one.id(), List.of()),
                                known))
                        .toList(),
                keeper ? choices(flagged(roll, members, cases), known) : List.of(),
                keeper ? choices(members, known) : List.of());
    }

    private List<UUID> flagged(BranchRoll roll, List<UUID> members, List<CareCase> cases) {
        return members.stream()
                .filter(person -> roll.has(person, Trait.CARE, rights.today()))
                .filter(person ->
                        cases.stream().noneMatch(one -> one.personId().equals(person) && one.closedOn() == null))
                .toList();
    }

    private static List<TransferQueries.Choice> choices(List<UUID> people, Names.Known known) {
        return people.stream()
                .map(person -> new TransferQueries.Choice(person.toString(), known.of(person)))
                .toList();
    }

    private static CareView view(
            CareCase one, List<CareEntry> entries, List<CareStore.Reader> readers, Names.Known known) {
        return new CareView(
                one,
                known.of(one.personId()),
                known.of(readers.stream().map(CareStore.Reader::personId).toList()),
                entries.stream()
                        .map(entry -> new Line(entry, known.of(entry.notedBy())))
                        .toList());
    }
}

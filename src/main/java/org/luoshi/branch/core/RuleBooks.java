package org.luoshi.branch.core;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.luoshi.branch.rules.Rule;
import org.luoshi.branch.rules.RuleBook;
import org.luoshi.branch.rules.RulePack;
import org.luoshi.branch.rules.RulePackReader;
import org.luoshi.branch.rules.ShippedPacks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rules in force: those shipped, and the packs that the office added. */
@Component
public class RuleBooks {

    private final List<RulePack> shipped = ShippedPacks.all();
    private final RuleBook national;
    private final JdbcClient jdbc;
    private volatile @Nullable Known known;

    RuleBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.national = new RuleBook(
                shipped.stream().flatMap(pack -> pack.rules().stream()).toList());
    }

    private record Known(long revision, RuleBook book, List<RulePack> local) {}

    private record Local(String id, String yaml) {}

    public RuleBook national() {
        return national;
    }

    public List<RulePack> shippedPacks() {
        return shipped;
    }

    /** The packs that the office added and did not withdraw. */
    public List<RulePack> localPacks() {
        return known().local();
    }

    /** All rules as of now; one look at the database tells whether what is remembered still holds. */
    public RuleBook current() {
        return known().book();
    }

    private Known known() {
        long revision = jdbc.sql("select coalesce(max(change), 0) from branch.local_pack")
                .query(Long.class)
                .single();
        Known remembered = known;
        if (remembered == null || remembered.revision() != revision) {
            remembered = read(revision);
            known = remembered;
        }
        return remembered;
    }

    private Known read(long revision) {
        List<RulePack> local = new ArrayList<>();
        for (Local row : jdbc.sql("select id, yaml from branch.local_pack where withdrawn_at is null order by id")
                .query(Local.class)
                .list()) {
            RulePack pack = RulePackReader.read(row.yaml()).pack();
            if (pack != null) {
                local.add(pack);
            }
        }
        List<Rule> rules = local.stream().flatMap(pack -> pack.rules().stream()).toList();
        return new Known(revision, national.with(rules), List.copyOf(local));
    }
}

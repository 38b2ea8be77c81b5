package org.luoshi.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luoshi.WholeHouse;
import org.luoshi.access.AccessApi;
import org.luoshi.ledger.InventedOffice;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.platform.Fold;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.BeforeTransaction;
import org.springframework.transaction.annotation.Transactional;

/** A word that a thousand items have is looked for another way than a rare one, and the answers are the same. What is made here is rolled back. */
@WholeHouse
@Transactional
class CommonWordsTests {

    private static final int MANY = 1_100;
    private static final int FEW = 60;
    private static final String WORD = "螭吻";

    @Autowired
    private OrganizationApi organization;

    @Autowired
    private AccessApi access;

    @Autowired
    private ItemList list;

    @Autowired
    private CommonWords words;

    @Autowired
    private JdbcClient jdbc;

    @SuppressWarnings("NullAway.Init") // set before the transaction of each test
    private InventedOffice office;

    /** Other tests share the office: it stays. */
    @BeforeTransaction
    void anOffice() {
        office = InventedOffice.in(organization, access);
    }

    @BeforeEach
    void manyItemsWithOneWord() {
        jdbc.sql("""
                insert into ledger.item (id, version, title, state, cycle, officer_id, office_unit_id, created_at, last_activity_at, is_open, folded)
                select uuidv7(), 1, title, 'ARCHIVED', 'ONCE', :officer, :office, now(), now(), false, title
                from generate_series(1, :many) n cross join lateral (
                    select :word || n || case when n <= :few then '鸱尾' else '' end as title) t
                """)
                .param("officer", office.officer().personId())
                .param("office", office.office.id())
                .param("many", MANY)
                .param("few", FEW)
                .param("word", WORD)
                .update();
        jdbc.sql("""
                insert into ledger.assignment (id, version, item_id, unit_id, part, position, state)
                select uuidv7(), 1, id, :unit, 'LEAD', 0, 'ACCEPTED' from ledger.item where title like '%鸱尾'
                """).param("unit", office.roads.id()).update();
    }

    @Test
    void aCommonWordFindsAllPageByPageAndIsCountedToAThousand() {
        ItemFilter filter = search(WORD);
        assertThat(words.isCommon(Fold.bigrams(WORD))).isTrue();
        for (ItemFilter.Sort sort : ItemFilter.Sort.values()) {
            assertThat(all(filter.withSort(sort), office.officer()))
                    .hasSize(MANY)
                    .doesNotHaveDuplicates();
        }
        assertThat(total(filter, office.officer())).isEqualTo("1000+");
    }

    @Test
    void aRareWordIsCountedToTheLast() {
        assertThat(words.isCommon(Fold.bigrams("鸱尾"))).isFalse();
        assertThat(all(search("鸱尾"), office.officer())).hasSize(FEW);
        assertThat(total(search("鸱尾"), office.officer())).isEqualTo("60");
    }

    @Test
    void aCommonWordAmongWhatOneUnitHasIsCountedToTheLast() {
        ItemFilter filter = search(WORD).withUnit(office.roads.id());
        assertThat(all(filter, office.officer())).hasSize(FEW);
        assertThat(total(filter, office.officer())).isEqualTo("60");
    }

    @Test
    void aUnitFindsACommonWordOnlyInWhatItHas() {
        assertThat(all(search(WORD), office.roadsLiaison())).hasSize(FEW);
        assertThat(total(search(WORD), office.roadsLiaison())).isEqualTo("60");
        assertThat(all(search(WORD), office.financeLiaison())).isEmpty();
    }

    private static ItemFilter search(String word) {
        return ItemFilter.open().withView(ItemFilter.View.ALL).withText(word);
    }

    private List<UUID> all(ItemFilter filter, Actor viewer) {
        List<UUID> ids = new ArrayList<>();
        ItemPage page = list.page(filter, null, viewer);
        page.rows().forEach(row -> ids.add(row.id()));
        while (page.nextCursor() != null) {
            page = list.page(filter, Objects.requireNonNull(page.nextCursor()), viewer);
            page.rows().forEach(row -> ids.add(row.id()));
        }
        return ids;
    }

    private String total(ItemFilter filter, Actor viewer) {
        ItemPage page = list.page(filter, null, viewer);
        return list.total(filter, page, list.counts(viewer), viewer).toString();
    }
}

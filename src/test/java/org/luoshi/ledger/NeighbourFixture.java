package org.luoshi.ledger;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Beside the office a county with an installation of its own. */
abstract class NeighbourFixture extends HandingOnFixture {

    protected NeighbourCounty county;

    @BeforeEach
    void aNeighbour(@Autowired WebApplicationContext context) {
        county = NeighbourCounty.in(context, office, pages);
    }
}

package org.luoshi.ledger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.luoshi.TestClock;
import org.luoshi.access.AccessApi;
import org.luoshi.organization.OrganizationApi;
import org.luoshi.shared.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** An office that hands parts on to units without account, on a Monday. */
abstract class HandingOnFixture {

    @Autowired
    protected OrganizationApi organization;

    @Autowired
    protected AccessApi access;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    protected TestClock clock;

    protected InventedOffice office;
    protected HandedOn pages;
    protected Actor officer;

    @BeforeEach
    void anOffice(@Autowired WebApplicationContext context) {
        clock.set(TestClock.START);
        office = InventedOffice.in(organization, access);
        officer = office.officer();
        pages = new HandedOn(context, office);
    }

    @AfterEach
    void backToMonday() {
        clock.set(TestClock.START);
    }
}

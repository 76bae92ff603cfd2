/** Claims that go on elsewhere: pathways, bundles, receipts (domain rules R5-19, R5-23). */
@NullMarked
package cn.linli.mediation.handover;

import org.jspecify.annotations.NullMarked;

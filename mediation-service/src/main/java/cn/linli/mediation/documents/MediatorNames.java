package cn.linli.mediation.documents;

import java.util.List;
import java.util.Map;

/** Names of mediators by their ids on the roster; who was erased is not there. */
@FunctionalInterface
interface MediatorNames {

  Map<String, String> of(List<String> ids);
}

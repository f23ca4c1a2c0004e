{{- dict "basis" .basis "entries" (omit . "basis" | toJson) | toJson -}}

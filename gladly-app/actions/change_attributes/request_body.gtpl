{{- dict "basis" .inputs.basis "entries" .inputs.entries | toJson -}}

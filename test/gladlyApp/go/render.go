// Renders templates as Gladly's App Platform documents it: Go's text/template with Sprig and, of Gladly's own
// functions, those that our templates use. Reads a JSON list of jobs, writes a JSON list of results.
package main

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig"
)

type job struct {
	Template string      `json:"template"`
	Data     interface{} `json:"data"`
}

type result struct {
	Output *string `json:"output,omitempty"`
	Stop   *string `json:"stop,omitempty"`
	Fail   *string `json:"fail,omitempty"`
	Error  *string `json:"error,omitempty"`
}

// An expected end without output, and one that is a mistake.
type stopped struct{ reason string }
type failed struct{ reason string }

func (e stopped) Error() string { return e.reason }
func (e failed) Error() string  { return e.reason }

func functions() template.FuncMap {
	known := sprig.TxtFuncMap()
	// What reads the machine's own environment has no business in an app.
	delete(known, "env")
	delete(known, "expandenv")
	known["stop"] = func(reason string) (string, error) { return "", stopped{reason} }
	known["fail"] = func(reason string) (string, error) { return "", failed{reason} }
	return known
}

func render(each job) result {
	parsed, err := template.New("template").Funcs(functions()).Parse(each.Template)
	var written strings.Builder
	if err == nil {
		err = parsed.Execute(&written, each.Data)
	}
	var stop stopped
	var fail failed
	if errors.As(err, &stop) {
		return result{Stop: &stop.reason}
	}
	if errors.As(err, &fail) {
		return result{Fail: &fail.reason}
	}
	if err != nil {
		message := err.Error()
		return result{Error: &message}
	}
	output := written.String()
	return result{Output: &output}
}

func main() {
	var jobs []job
	if err := json.NewDecoder(os.Stdin).Decode(&jobs); err != nil {
		panic(err)
	}
	results := []result{}
	for _, each := range jobs {
		results = append(results, render(each))
	}
	if err := json.NewEncoder(os.Stdout).Encode(results); err != nil {
		panic(err)
	}
}

// Reads texts as kubectl reads a file, and prints what came of each: the referee of the reader's tests.
package main

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strings"

	kjson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/yaml"
)

// answer is one line of the output: the values of a text, or why it is refused.
type answer struct {
	Values []json.RawMessage `json:"values"`
	Error  string            `json:"error,omitempty"`
	// A key is repeated, which only strict decoding refuses.
	IsRepeated bool `json:"isRepeated,omitempty"`
}

// extension takes any value as it stands, as k8s.io/apimachinery/pkg/runtime.RawExtension does, which takes minutes to build.
type extension struct{ raw []byte }

func (e *extension) UnmarshalJSON(raw []byte) error {
	if bytes.Equal(raw, []byte("null")) {
		return nil
	}
	e.raw = append(e.raw[:0], raw...)
	return nil
}

// Each text of the input comes after its length, four bytes with the most significant one first.
func main() {
	in := bufio.NewReader(os.Stdin)
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	for {
		var size uint32
		if err := binary.Read(in, binary.BigEndian, &size); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			panic(err)
		}
		text := make([]byte, size)
		if _, err := io.ReadFull(in, text); err != nil {
			panic(err)
		}
		if err := encoder.Encode(judge(text)); err != nil {
			panic(err)
		}
	}
	if err := out.Flush(); err != nil {
		panic(err)
	}
}

func judge(text []byte) answer {
	found := read(text)
	found.IsRepeated = found.Error == "" && hasRepeatedKey(text)
	return found
}

func hasRepeatedKey(text []byte) bool {
	reader := yaml.NewYAMLReader(bufio.NewReader(bytes.NewReader(text)))
	for {
		document, err := reader.Read()
		if err != nil {
			return false
		}
		var value any
		if err := yaml.UnmarshalStrict(document, &value); err != nil && strings.Contains(err.Error(), "already set in map") {
			return true
		}
	}
}

// See k8s.io/cli-runtime/pkg/resource.(*StreamVisitor).Visit.
func read(text []byte) answer {
	values := []json.RawMessage{}
	decoder := yaml.NewYAMLOrJSONDecoder(bytes.NewReader(text), 4096)
	for {
		extension := extension{}
		if err := decoder.Decode(&extension); err != nil {
			if errors.Is(err, io.EOF) {
				return answer{Values: values}
			}
			return answer{Values: values, Error: err.Error()}
		}
		raw := bytes.TrimSpace(extension.raw)
		if len(raw) == 0 || bytes.Equal(raw, []byte("null")) {
			continue
		}
		var value any
		if err := kjson.Unmarshal(raw, &value); err != nil {
			return answer{Values: values, Error: err.Error()}
		}
		// Bytes that are not UTF-8, such as those of !!binary, are replaced.
		clean, err := json.Marshal(value)
		if err != nil {
			return answer{Values: values, Error: err.Error()}
		}
		values = append(values, clean)
	}
}

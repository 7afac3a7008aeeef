package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/aws/jsii-runtime-go"
	// imports
)

var apps = map[string]func(){
	// apps
}

// main runs apps one after the other in one process: loading the CDK takes some seconds, an app a part of one.
func main() {
	defer jsii.Close()
	for index := 1; index < len(os.Args); index += 2 {
		start := time.Now()
		failure := failureOf(apps[os.Args[index]])
		move(os.Getenv("CDK_OUTDIR"), os.Args[index+1])
		fmt.Printf("result %d %s\n", time.Since(start).Milliseconds(), failure)
	}
}

func failureOf(app func()) (failure string) {
	defer func() {
		if reason := recover(); reason != nil {
			failure = strings.ReplaceAll(fmt.Sprint(reason), "\n", "; ")
		}
	}()
	app()
	return ""
}

// move takes what an app wrote to the folder that is named beside it.
func move(from, to string) {
	templates, err := filepath.Glob(filepath.Join(from, "*.template.json"))
	if err != nil {
		panic(err)
	}
	for _, template := range templates {
		if err := os.Rename(template, filepath.Join(to, filepath.Base(template))); err != nil {
			panic(err)
		}
	}
}

/** The mini-program's frame is WeChat's own. */
export {};
